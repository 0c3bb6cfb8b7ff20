package dev.parley.cli.program;

import dev.parley.cli.config.Places;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// The one place where a failure becomes words and an exit code: the cause, then the cure.
final class FailureHandler implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    PrintWriter err = line.getErr();
    if (e instanceof TroubleException trouble) {
      err.println("error: " + trouble.getMessage());
      err.println("cure:  " + trouble.cure());
      err.flush();
      return trouble.code();
    }
    err.println("error: " + FaultFile.name(e));
    err.println("cure:  " + new FaultFile(Places.ofUser()).add(e));
    err.flush();
    return ExitCode.FAILED;
  }
}
