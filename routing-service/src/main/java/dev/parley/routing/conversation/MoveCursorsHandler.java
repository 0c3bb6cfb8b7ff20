package dev.parley.routing.conversation;

import dev.parley.contracts.conversation.MoveCursors;
import jakarta.inject.Singleton;

/// Moves cursors forward; a repeated record moves nothing.
@Singleton
public final class MoveCursorsHandler implements RecordHandler<MoveCursors> {

  /// Prepares the handler.
  public MoveCursorsHandler() {}

  @Override
  public Class<MoveCursors> kind() {
    return MoveCursors.class;
  }

  @Override
  public void needs(MoveCursors record, Needs needs) {
    record.moves().forEach(move -> needs.conversation(move.conversation()));
  }

  @Override
  public void apply(MoveCursors record, Step step) {
    record.moves().stream()
        .filter(move -> step.draft(move.conversation()).exists())
        .forEach(move ->
            step.draft(move.conversation())
                .moveCursors(move.account(), new Cursors(move.given(), move.read())));
    step.done(record.replyTo());
  }

  @Override
  public void repeat(MoveCursors record, Step step) {
    step.done(record.replyTo());
  }
}
