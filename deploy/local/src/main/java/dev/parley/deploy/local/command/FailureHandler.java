package dev.parley.deploy.local.command;

import dev.parley.deploy.local.console.TroubleException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// The one place where a failure becomes words and an exit code: the cause, then the cure.
final class FailureHandler implements IExecutionExceptionHandler {

  private static final int FAILED = 1;

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    PrintWriter err = line.getErr();
    if (e instanceof TroubleException trouble) {
      err.println("error: " + trouble.getMessage());
      err.println("cure:  " + trouble.cure());
    } else {
      err.println("error: " + e);
      err.println("cure:  this is a fault of Parley; please report it with ./parley logs");
      e.printStackTrace(err);
    }
    err.flush();
    return FAILED;
  }
}
