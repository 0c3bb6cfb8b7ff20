package dev.parley.routing.change;

import dev.parley.contracts.conversation.DeleteMessage;
import dev.parley.contracts.conversation.EditMessage;
import dev.parley.contracts.conversation.MessageChange;
import dev.parley.contracts.conversation.Pin;
import dev.parley.contracts.conversation.React;
import dev.parley.routing.conversation.Needs;
import dev.parley.routing.conversation.RecordHandler;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.conversation.Step;
import jakarta.inject.Singleton;

/// Refuses what is not built yet.
public final class Unbuilt {
  private Unbuilt() {}

  private abstract static class Refusing<R extends MessageChange> implements RecordHandler<R> {
    @Override
    public void needs(R record, Needs needs) {}

    @Override
    public void apply(R record, Step step) {
      step.refuse(record.replyTo(), Refusal.badCommand("not built yet"));
    }

    @Override
    public void repeat(R record, Step step) {
      apply(record, step);
    }
  }

  /// Refuses one kind.
  @Singleton
  public static final class RefusingEditMessage extends Refusing<EditMessage> {
    /// Knows nothing.
    public RefusingEditMessage() {}

    @Override
    public Class<EditMessage> kind() {
      return EditMessage.class;
    }
  }

  /// Refuses one kind.
  @Singleton
  public static final class RefusingDeleteMessage extends Refusing<DeleteMessage> {
    /// Knows nothing.
    public RefusingDeleteMessage() {}

    @Override
    public Class<DeleteMessage> kind() {
      return DeleteMessage.class;
    }
  }

  /// Refuses one kind.
  @Singleton
  public static final class RefusingReact extends Refusing<React> {
    /// Knows nothing.
    public RefusingReact() {}

    @Override
    public Class<React> kind() {
      return React.class;
    }
  }

  /// Refuses one kind.
  @Singleton
  public static final class RefusingPin extends Refusing<Pin> {
    /// Knows nothing.
    public RefusingPin() {}

    @Override
    public Class<Pin> kind() {
      return Pin.class;
    }
  }
}
