package dev.parley.deploy.local.command;

import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.home.Home;
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
      err.println("error: a fault of Parley: " + e);
      err.println("cure:  " + report(e));
    }
    err.flush();
    return FAILED;
  }

  private static String report(Exception fault) {
    return FaultFile.add(Home.of(System.getenv()), fault)
        .map(file -> "please report it with what ./parley logs faults shows (" + file + ")")
        .orElse("please report it; the data folder did not take the details");
  }
}
