package dev.parley.gateway.file.rest;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.file.Digests;
import dev.parley.gateway.file.FileDesk;
import dev.parley.gateway.file.FileStore;
import dev.parley.gateway.file.StoreFullException;
import dev.parley.gateway.file.StoredFile;
import dev.parley.gateway.file.Tickets;
import dev.parley.gateway.file.Transfers;
import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.CompletionException;

/// Requests with an address of one use instead of a token, for `curl` beside a bare socket or ssh.
final class OnceCalls {
  private static final int GONE = 410;

  private final FileDesk desk;
  private final DownloadCalls downloads;

  OnceCalls(FileDesk desk, DownloadCalls downloads) {
    this.desk = desk;
    this.downloads = downloads;
  }

  /// `GET`: hands out a file, to whom the address was made for. Nothing is used up before the first
  /// bytes are there to be sent.
  void get(FileCall call) {
    Tickets.Ticket ticket = ticket(Tickets.Kind.DOWNLOAD, call);
    StoredFile file = desk.access().fetch(ticket.account(), ticket.file(), Runnable::run).join();
    try (Transfers.Transfer _ = desk.transfers().begin(ticket.account());
        Download download = downloads.open(call, file)) {
      use(ticket, download::send);
    }
  }

  /// `PUT`: takes a whole file, and posts it to where it was announced for.
  void put(FileCall call) {
    TusCalls.refuseEncoding(call);
    Tickets.Ticket ticket = ticket(Tickets.Kind.UPLOAD, call);
    TusCalls.refuseIfTooLong(call, begun(ticket).size());
    try (Transfers.Transfer _ = desk.transfers().begin(ticket.account())) {
      use(
          ticket,
          () -> {
            // Only now: another request may have brought bytes before the address was ours.
            StoredFile begun = begun(ticket);
            StoredFile file = begun.hasAllBytes() ? compare(call, begun) : take(call, begun);
            call.end(Status.OK, post(file));
          });
    }
  }

  private StoredFile begun(Tickets.Ticket ticket) {
    return desk.uploads().find(ticket.account(), ticket.file());
  }

  /// All or nothing, so that it can be sent again from its first byte if the store fails.
  private StoredFile take(FileCall call, StoredFile begun) {
    try (FileStore.Appender appender = desk.uploads().append(begun.owner(), begun.id())) {
      call.wantBody();
      return new TusCalls(desk).take(call.body(), appender, null, TusCalls.WHOLE);
    } catch (StoreFullException | LostClientException e) {
      // The address is used up: nobody can go on with it.
      desk.uploads().abandon(begun.id());
      throw e;
    }
  }

  /// It was sent before, and could not be posted then. What comes now must be the same.
  private StoredFile compare(FileCall call, StoredFile begun) {
    StoredFile file = desk.uploads().complete(begun);
    call.wantBody();
    MessageDigest digest = Digests.sha256();
    long left = file.size();
    for (Buffer piece = call.body().next(); piece != null; piece = call.body().next()) {
      left -= piece.length();
      if (left < 0) {
        throw TusCalls.tooLong();
      }
      digest.update(piece.getBytes());
    }
    String hash = HexFormat.of().formatHex(digest.digest());
    if (file.content() == null || !file.content().sha256().equals(hash)) {
      throw HttpProblem.badRequest("other bytes came than before; announce the file again");
    }
    return file;
  }

  private String post(StoredFile received) {
    StoredFile file = desk.uploads().complete(received);
    if (file.content() == null) {
      desk.uploads().abandon(file.id());
      throw HttpProblem.badRequest(
          "%d bytes came of the %d that were announced; announce the file again"
              .formatted(file.received(), file.size()));
    }
    try {
      Acknowledged stored = desk.errands().post(file);
      return "sent to " + file.errand() + " as message " + stored.seq() + "\n";
    } catch (CompletionException e) {
      if (e.getCause() instanceof RequestFailedException refused
          && refused.code() != ErrorCode.UNAVAILABLE
          && refused.code() != ErrorCode.INTERNAL) {
        desk.uploads().abandon(file.id());
      }
      throw e;
    }
  }

  /// The account must be as it was when the address was made.
  private Tickets.Ticket ticket(Tickets.Kind kind, FileCall call) {
    Tickets.Ticket ticket =
        desk.tickets().read(kind, call.path("ticket")).orElseThrow(OnceCalls::gone);
    desk.check(ticket.account(), ticket.madeAt(), Runnable::run).join();
    return ticket;
  }

  private void use(Tickets.Ticket ticket, Runnable transfer) {
    if (!desk.uses().run(ticket.nonce(), transfer)) {
      throw gone();
    }
  }

  private static HttpProblem gone() {
    return new HttpProblem(
        GONE,
        ErrorCode.NO_SUCH_FILE,
        "this address was used, or its time is over; ask for another");
  }
}
