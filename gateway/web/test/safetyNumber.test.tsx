import { render, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { codeOf } from '../src/encryption/qr';
import { SafetyNumber } from '../src/encryption/SafetyNumber';

const path = () => document.querySelector('.qr path')?.getAttribute('d');

it('shows no code of another number', async () => {
  const { rerender } = render(<SafetyNumber user="bob" number="11111 22222" />);
  await screen.findByRole('img');
  expect(path()).toBe(codeOf('1111122222').path);
  // No act: what stands on the page before effects have run.
  rerender(<SafetyNumber user="bob" number="33333 44444" />);
  expect(screen.getByTestId('safety-number').textContent).toBe('33333 44444');
  expect(path()).not.toBe(codeOf('1111122222').path);
  await screen.findByRole('img');
  expect(path()).toBe(codeOf('3333344444').path);
});
