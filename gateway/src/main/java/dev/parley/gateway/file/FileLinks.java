package dev.parley.gateway.file;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Addresses of one use, as people see them. Safe for use by many threads.
public final class FileLinks {
  /// Path of the addresses below the public one.
  public static final String PATH = "/api/files/once/";

  private final Tickets tickets;
  private final String root;

  /// Makes addresses below a public one.
  ///
  /// @param tickets signs
  /// @param publicUrl where clients reach this server's page
  public FileLinks(Tickets tickets, URI publicUrl) {
    this.tickets = tickets;
    this.root = publicUrl.toString().replaceFirst("/+$", "") + PATH;
  }

  /// {@return an address that gets a file once}
  ///
  /// @param account handle of who may use it
  /// @param file id of the file
  public String download(String account, String file) {
    return root + tickets.make(Tickets.Kind.DOWNLOAD, file, account);
  }

  /// {@return an address that gets a file once, or `null` while none can be made}
  ///
  /// @param account handle of who may use it
  /// @param file id of the file
  public @Nullable String offer(String account, String file) {
    return tickets.isPrepared() ? download(account, file) : null;
  }

  /// {@return an address that takes the bytes of a file once}
  ///
  /// @param account handle of who may use it
  /// @param file id of the file
  public String upload(String account, String file) {
    return root + tickets.make(Tickets.Kind.UPLOAD, file, account);
  }
}
