package dev.parley.routing.batch;

import dev.parley.contracts.audit.AuditBatch;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.Inform;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.contracts.delivery.Delivered;
import dev.parley.contracts.delivery.GatewayRecord;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.delivery.Subscribed;
import dev.parley.contracts.file.FileWithdrawn;
import dev.parley.routing.delivery.Outgoing;
import dev.parley.routing.delivery.Publisher;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// Keeps what is published. Safe for use by many threads.
public final class RecordingPublisher implements Publisher {
  private final List<Outgoing> outgoing = new CopyOnWriteArrayList<>();
  private final List<Inform> informs = new CopyOnWriteArrayList<>();
  private final List<AuditEvent> audit = new CopyOnWriteArrayList<>();
  private final List<FileWithdrawn> withdrawn = new CopyOnWriteArrayList<>();

  /// Keeps nothing yet.
  public RecordingPublisher() {}

  @Override
  public CompletableFuture<Void> toGateway(Outgoing record) {
    outgoing.add(record);
    return done();
  }

  @Override
  public CompletableFuture<Void> inform(Inform inform) {
    informs.add(inform);
    return done();
  }

  @Override
  public CompletableFuture<Void> audit(AuditBatch batch) {
    audit.addAll(batch.events());
    return done();
  }

  @Override
  public CompletableFuture<Void> withdraw(FileWithdrawn file) {
    withdrawn.add(file);
    return done();
  }

  /// Forgets what was published before.
  public void clear() {
    outgoing.clear();
    informs.clear();
    audit.clear();
    withdrawn.clear();
  }

  /// {@return what went to gateways, in order}
  public List<Outgoing> outgoing() {
    return List.copyOf(outgoing);
  }

  /// {@return inbox entries asked for}
  public List<Inform> informs() {
    return informs;
  }

  /// {@return files that are to go}
  public List<FileWithdrawn> withdrawn() {
    return withdrawn;
  }

  /// {@return what the audit was told}
  public List<AuditEvent> audit() {
    return audit;
  }

  /// {@return what went to a gateway, in order}
  ///
  /// @param gateway id of the gateway
  public List<GatewayRecord> to(String gateway) {
    return outgoing.stream()
        .filter(each -> each.gateway().equals(gateway))
        .map(Outgoing::record)
        .toList();
  }

  /// {@return answers to any gateway}
  public List<Reply> replies() {
    return all(Reply.class).toList();
  }

  /// {@return acknowledgements to any gateway}
  public List<Acknowledged> acknowledged() {
    return all(Delivered.class).flatMap(each -> each.acknowledged().stream()).toList();
  }

  /// {@return answers to subscriptions of any gateway}
  public List<Subscribed> subscribed() {
    return all(Subscribed.class).toList();
  }

  /// {@return entries delivered live to a gateway, in order}
  ///
  /// @param gateway id of the gateway
  /// @param conversation conversation id
  public List<Entry> delivered(String gateway, String conversation) {
    return to(gateway).stream()
        .filter(Delivered.class::isInstance)
        .map(Delivered.class::cast)
        .flatMap(each -> each.conversations().stream())
        .filter(each -> each.conversation().equals(conversation))
        .flatMap(each -> each.entries().stream())
        .toList();
  }

  private <T> Stream<T> all(Class<T> kind) {
    return outgoing.stream().map(Outgoing::record).filter(kind::isInstance).map(kind::cast);
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }
}
