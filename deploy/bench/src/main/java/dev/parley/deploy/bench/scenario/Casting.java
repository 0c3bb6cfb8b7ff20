package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.check.SeqChecker;
import dev.parley.deploy.bench.check.Transcript;
import dev.parley.deploy.bench.check.Violations;
import dev.parley.deploy.bench.connection.EventLoop;
import dev.parley.deploy.bench.line.ServerReply;
import dev.parley.deploy.bench.session.ChatConnection;
import dev.parley.deploy.bench.session.Crew;
import dev.parley.deploy.bench.session.Patience;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Makes the talkers of one conversation. For the scenario's thread.
final class Casting {

  private final Crew crew;
  private final Violations violations;
  private final int remembered;
  // Of each loop one, so that no two threads meet in it.
  private final Map<EventLoop, Transcript> transcripts = new HashMap<>();
  private final List<CompletableFuture<?>> listening = new ArrayList<>();

  /// Prepares talkers that compare what they see.
  ///
  /// @param remembered seqs that are compared, a power of two
  Casting(Crew crew, Violations violations, int remembered) {
    this.crew = crew;
    this.violations = violations;
    this.remembered = remembered;
  }

  /// Makes the talker of a member; from here on it checks what its connection gets.
  ///
  /// @param start seq up to which it has everything, or [SeqChecker#UNKNOWN]
  Talker talker(int member, Part part, long start) {
    ChatConnection connection = crew.members().get(member);
    Transcript transcript =
        transcripts.computeIfAbsent(connection.loop(), _ -> new Transcript(remembered));
    SeqChecker seqs = new SeqChecker(part.reader(), start, violations);
    Talker talker = new Talker(connection, part, seqs, transcript, violations);
    listening.add(connection.loop().call(() -> connection.listen(talker)));
    return talker;
  }

  /// Posts a first message, which makes the conversation known to everybody in it, as soon as all
  /// talkers made before listen.
  ///
  /// @param talker a talker of the member
  /// @return completes when it is acknowledged
  CompletableFuture<?> greet(int member, Talker talker, String post) {
    return CompletableFuture.allOf(listening.toArray(CompletableFuture[]::new))
        .thenCompose(_ -> Patience.ask(crew.members().get(member), post + "hello"))
        .thenApply(ServerReply.Done::lastNumber)
        .thenCompose(seq -> talker.loop().call(() -> talker.onGreeted(seq)));
  }
}
