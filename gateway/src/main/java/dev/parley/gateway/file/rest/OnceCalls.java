package dev.parley.gateway.file.rest;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.file.FileDesk;
import dev.parley.gateway.file.FileStore;
import dev.parley.gateway.file.StoreFullException;
import dev.parley.gateway.file.StoredFile;
import dev.parley.gateway.file.Tickets;
import dev.parley.gateway.file.Transfers;
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

  /// `GET`: hands out a file, to whom the address was made for.
  void get(FileCall call) {
    Tickets.Ticket ticket = ticket(Tickets.Kind.DOWNLOAD, call);
    StoredFile file = desk.access().fetch(ticket.account(), ticket.file(), Runnable::run).join();
    try (Transfers.Transfer _ = desk.transfers().begin(ticket.account())) {
      use(ticket);
      downloads.send(call, file);
    }
  }

  /// `PUT`: takes a whole file, and posts it to where it was announced for.
  void put(FileCall call) {
    TusCalls.refuseEncoding(call);
    Tickets.Ticket ticket = ticket(Tickets.Kind.UPLOAD, call);
    StoredFile begun = desk.uploads().find(ticket.account(), ticket.file());
    TusCalls.refuseIfTooLong(call, begun.size());
    StoredFile file;
    try (Transfers.Transfer _ = desk.transfers().begin(ticket.account());
        FileStore.Appender appender = desk.uploads().append(ticket.account(), ticket.file())) {
      use(ticket);
      call.wantBody();
      file = new TusCalls(desk).take(call.body(), appender, null);
    } catch (StoreFullException | LostClientException e) {
      // The address is used up: nobody can go on with it.
      desk.uploads().abandon(ticket.file());
      throw e;
    }
    call.end(Status.OK, post(file));
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
          && refused.code() != ErrorCode.UNAVAILABLE) {
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

  private void use(Tickets.Ticket ticket) {
    if (!desk.store().mark(ticket.nonce())) {
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
