package dev.parley.deploy.bench.command;

import dev.parley.deploy.bench.process.HeapUnknownException;
import dev.parley.deploy.bench.session.ConnectionLostException;
import dev.parley.deploy.bench.session.RefusedException;
import dev.parley.deploy.embedded.StartFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// The one place where a failure becomes words and an exit code.
final class FailureHandler implements IExecutionExceptionHandler {

  private static final int FAILED = 1;

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    switch (cause) {
      case RefusedException refused -> line.getErr().println("error: " + refused.getMessage());
      case ConnectionLostException lost -> line.getErr().println("error: " + lost.getMessage());
      case HeapUnknownException unknown -> line.getErr().println("error: " + unknown.getMessage());
      case StartFailedException failed -> line.getErr().println("error: " + failed.getMessage());
      case IllegalArgumentException wrong -> line.getErr().println("error: " + wrong.getMessage());
      case TimeoutException _ -> line.getErr().println("error: the server does not answer");
      case UncheckedIOException lost -> line.getErr().println("error: " + lost.getMessage());
      case IOException io -> {
        line.getErr().println("error: no answer at the door: " + io.getMessage());
        line.getErr()
            .println("cure:  ./parley up --load-test --detach, or --port NUMBER of its door");
      }
      default -> {
        line.getErr().println("error: a fault of the tool; please report it with these lines");
        cause.printStackTrace(line.getErr());
      }
    }
    line.getErr().flush();
    return FAILED;
  }
}
