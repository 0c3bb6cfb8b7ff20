import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon';

interface IconButtonProps {
  icon: IconName;
  label: string;
  onClick: (event: MouseEvent) => void;
  class?: string;
  pressed?: boolean;
  tabIndex?: number;
}

export function IconButton({ icon, label, onClick, pressed, tabIndex, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      class={`icon-button ${rest.class ?? ''}`}
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      tabIndex={tabIndex}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

interface ButtonProps {
  children: ComponentChildren;
  onClick?: () => void;
  kind?: 'primary' | 'quiet' | 'danger';
  submit?: boolean;
  disabled?: boolean;
}

export function Button({ children, onClick, kind = 'quiet', submit, disabled }: ButtonProps) {
  return (
    <button
      type={submit ? 'submit' : 'button'}
      class={`button ${kind}`}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
