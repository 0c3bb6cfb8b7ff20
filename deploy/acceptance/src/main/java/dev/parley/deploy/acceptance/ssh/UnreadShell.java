package dev.parley.deploy.acceptance.ssh;

/// A shell over ssh that is logged in and has all it needs but somebody who reads: the client takes
/// what its pipe and its window hold, and then nothing more.
public final class UnreadShell implements AutoCloseable {
  private final Process process;

  UnreadShell(Process process) {
    this.process = process;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
