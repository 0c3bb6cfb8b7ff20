package dev.parley.routing.block;

import dev.parley.contracts.conversation.Unblock;
import dev.parley.routing.conversation.Needs;
import dev.parley.routing.conversation.RecordHandler;
import dev.parley.routing.conversation.Step;
import jakarta.inject.Singleton;

/// Takes blocks back. Repeated, it changes nothing.
@Singleton
public final class UnblockHandler implements RecordHandler<Unblock> {

  /// Prepares the handler.
  public UnblockHandler() {}

  @Override
  public Class<Unblock> kind() {
    return Unblock.class;
  }

  @Override
  public void needs(Unblock record, Needs needs) {
    wish(record).needs(needs);
  }

  @Override
  public void apply(Unblock record, Step step) {
    wish(record).apply(step);
  }

  @Override
  public void repeat(Unblock record, Step step) {
    wish(record).repeat(step);
  }

  private static Blocking wish(Unblock record) {
    return new Blocking(
        record.conversation(), record.account(), record.blocked(), false, record.replyTo());
  }
}
