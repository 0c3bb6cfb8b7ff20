package dev.parley.deploy.acceptance.line;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Lets a thread pass, or holds it until the gate opens again.
final class Gate {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition opened = lock.newCondition();
  private boolean open = true;

  void set(boolean nowOpen) {
    lock.lock();
    try {
      open = nowOpen;
      opened.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void pass() throws InterruptedException {
    lock.lock();
    try {
      while (!open) {
        opened.await();
      }
    } finally {
      lock.unlock();
    }
  }
}
