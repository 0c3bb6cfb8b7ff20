package dev.parley.routing.block;

import dev.parley.contracts.conversation.Block;
import dev.parley.routing.conversation.Needs;
import dev.parley.routing.conversation.RecordHandler;
import dev.parley.routing.conversation.Step;
import jakarta.inject.Singleton;

/// Keeps accounts from writing to those who block them. Repeated, it changes nothing.
@Singleton
public final class BlockHandler implements RecordHandler<Block> {

  /// Prepares the handler.
  public BlockHandler() {}

  @Override
  public Class<Block> kind() {
    return Block.class;
  }

  @Override
  public void needs(Block record, Needs needs) {
    wish(record).needs(needs);
  }

  @Override
  public void apply(Block record, Step step) {
    wish(record).apply(step);
  }

  @Override
  public void repeat(Block record, Step step) {
    wish(record).repeat(step);
  }

  private static Blocking wish(Block record) {
    return new Blocking(
        record.conversation(), record.account(), record.blocked(), true, record.replyTo());
  }
}
