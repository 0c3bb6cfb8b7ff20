package dev.parley.gateway.file;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.exchange.RequestFailedException;
import io.quarkus.logging.Log;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// Uses of addresses that may be used once. An address is used up by a transfer, however the client
/// ends it, but not by a fault of ours that passes: then it can be used again.
///
/// What a store that fails has noted is not known. It is remembered here who the note would be by,
/// so that the next try goes on as the same one. Behind another gateway the address may be used up
/// then. Safe for use by many threads.
public final class Uses {
  private static final int MOST_REMEMBERED = 10_000;

  private final FileStore store;
  private final Supplier<String> names;
  private final Map<String, String> unclear =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  /// Notes uses in a store.
  ///
  /// @param store where all gateways see them
  /// @param names gives each try a name that no other has
  public Uses(FileStore store, Supplier<String> names) {
    this.store = store;
    this.names = names;
  }

  /// Runs a transfer, unless the address was used.
  ///
  /// @param nonce what the address is known by
  /// @param transfer what is to be done once
  /// @return whether it was run
  public boolean run(String nonce, Runnable transfer) {
    String by = name(nonce);
    try {
      if (!store.mark(nonce, by)) {
        return false;
      }
      transfer.run();
      return true;
    } catch (RuntimeException e) {
      if (passes(e)) {
        giveBack(nonce, by);
      }
      throw e;
    }
  }

  private String name(String nonce) {
    synchronized (unclear) {
      String known = unclear.remove(nonce);
      return known == null ? names.get() : known;
    }
  }

  private void giveBack(String nonce, String by) {
    try {
      store.unmark(nonce, by);
    } catch (StoreFaultException e) {
      Log.debugf("use of an address not taken back cause=%s", e.getMessage());
    } finally {
      // Not before: whoever goes on under this name must not lose the mark to it.
      synchronized (unclear) {
        unclear.put(nonce, by);
      }
    }
  }

  /// A file for which there is no room is forgotten, and so is not to be sent again.
  private static boolean passes(RuntimeException failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return switch (cause) {
      case StoreFullException _ -> false;
      case StoreFaultException _, FileBusyException _ -> true;
      case RequestFailedException refused ->
          refused.code() == ErrorCode.UNAVAILABLE || refused.code() == ErrorCode.INTERNAL;
      case null, default -> false;
    };
  }
}
