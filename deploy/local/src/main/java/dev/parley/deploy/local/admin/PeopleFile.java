package dev.parley.deploy.local.admin;

import dev.parley.contracts.Handles;
import dev.parley.deploy.local.console.TroubleException;
import dev.parley.password.PasswordHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads a file of people: CSV (RFC 4180) in UTF-8, with a header that names `username`, `password`
/// or `password_hash`, and perhaps `role`, in any order.
///
/// Everything is checked before anything is done; each bad row is named once, by its first fault.
final class PeopleFile {
  static final int MAX_ROWS = 5_000;
  private static final long MAX_BYTES = 8L << 20;
  private static final Set<String> ROLES = Set.of("member", "moderator", "admin");
  private static final Set<String> COLUMNS =
      Set.of("username", "password", "password_hash", "role");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreHeaderCase(true)
          // The parser does not count the lines that it leaves out: see isEmpty.
          .setIgnoreEmptyLines(false)
          .setTrim(true)
          .get();

  private final Hashing hashing;
  private final List<PersonRow> rows = new ArrayList<>();
  private final List<BadRow> bad = new ArrayList<>();
  private final Map<String, Long> lines = new HashMap<>();

  private PeopleFile(Hashing hashing) {
    this.hashing = hashing;
  }

  /// Reads a file.
  ///
  /// @param file the file
  /// @param hashing knows the rule of passwords
  /// @return what is in it
  /// @throws TroubleException if it cannot be read, or its header is not as it must be
  static PeopleFile read(Path file, Hashing hashing) {
    PeopleFile people = new PeopleFile(hashing);
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new TroubleException(
            file + " is longer than any file of " + MAX_ROWS + " people", "split it");
      }
      String text = Files.readString(file);
      // Spreadsheets begin a file with it.
      try (CSVParser parser = CSVParser.parse(text.replaceFirst("^\uFEFF", ""), FORMAT)) {
        people.checkHeader(parser.getHeaderNames());
        people.readRows(parser);
      }
    } catch (NoSuchFileException e) {
      throw new TroubleException("there is no file " + file, "check the path");
    } catch (MalformedInputException e) {
      throw new TroubleException(file + " is not UTF-8", "save it as CSV in UTF-8");
    } catch (UncheckedIOException e) {
      throw noCsv(file, Objects.<Exception>requireNonNullElse(e.getCause(), e));
    } catch (IOException | IllegalArgumentException e) {
      throw noCsv(file, e);
    }
    return people;
  }

  private static TroubleException noCsv(Path file, Exception cause) {
    return new TroubleException(
        file + " cannot be read as CSV: " + Printable.of(String.valueOf(cause.getMessage())),
        "see docs/administration.md for how it looks");
  }

  /// {@return the good rows, in order}
  List<PersonRow> rows() {
    return rows;
  }

  /// {@return the bad ones, in order}
  List<BadRow> bad() {
    return bad;
  }

  private void checkHeader(List<String> names) {
    List<String> lower = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    boolean secret = lower.contains("password") || lower.contains("password_hash");
    if (!lower.contains("username") || !secret || !COLUMNS.containsAll(lower)) {
      throw new TroubleException(
          "the first line names the columns "
              + Printable.of(String.join(",", names))
              + ", which are not those of a file of people",
          "write username,password or username,password_hash,role");
    }
  }

  private void readRows(CSVParser parser) {
    long line = parser.getCurrentLineNumber() + 1;
    for (CSVRecord row : parser) {
      if (!isEmpty(row)) {
        requireRoom();
        add(row, line);
      }
      line = parser.getCurrentLineNumber() + 1;
    }
  }

  private void requireRoom() {
    if (rows.size() + bad.size() >= MAX_ROWS) {
      throw new TroubleException(
          "the file has more than " + MAX_ROWS + " people", "split it into several");
    }
  }

  /// {@return whether there is nothing on the line: a file of people has two columns at least}
  private static boolean isEmpty(CSVRecord row) {
    return row.size() == 1 && row.get(0).isEmpty();
  }

  private void add(CSVRecord row, long line) {
    if (!row.isConsistent()) {
      bad.add(
          new BadRow(
              line,
              "",
              "it has %d cells and the first line another number; a cell with a comma, such as a hash, stands in quotes"
                  .formatted(row.size())));
      return;
    }
    PersonRow person =
        new PersonRow(
            line,
            Handles.canonical(cell(row, "username")),
            cell(row, "password"),
            cell(row, "password_hash"),
            cell(row, "role").isEmpty() ? "member" : cell(row, "role").toLowerCase(Locale.ROOT));
    Optional<BadRow> fault = fault(person);
    fault.ifPresentOrElse(bad::add, () -> rows.add(person));
  }

  private static String cell(CSVRecord row, String column) {
    return row.isMapped(column) ? row.get(column) : "";
  }

  private Optional<BadRow> fault(PersonRow row) {
    if (!Handles.isHandle(row.user())) {
      return fault(
          row,
          "username",
          "a user name has 3 to 32 characters of a-z 0-9 _ . - and begins with a letter");
    }
    Long before = lines.putIfAbsent(row.user(), row.line());
    if (before != null) {
      return fault(row, "username", row.user() + " is on line " + before + " already");
    }
    if (!ROLES.contains(row.role())) {
      return fault(row, "role", "a role is member, moderator or admin");
    }
    if (row.password().isEmpty() == row.hash().isEmpty()) {
      return fault(row, "password", "a person has a password or a password_hash, one of the two");
    }
    return row.hash().isEmpty() ? passwordFault(row) : hashFault(row);
  }

  private Optional<BadRow> passwordFault(PersonRow row) {
    return hashing
        .breach(row.user(), row.password())
        .map(reason -> new BadRow(row.line(), "password", reason));
  }

  private static Optional<BadRow> hashFault(PersonRow row) {
    if (row.hash().startsWith("$2")) {
      return fault(
          row,
          "password_hash",
          "hashes of bcrypt are not taken; give these people passwords, and let them change them");
    }
    try {
      return PasswordHash.parse(row.hash())
          .breach()
          .map(reason -> new BadRow(row.line(), "password_hash", reason));
    } catch (IllegalArgumentException _) {
      return fault(
          row, "password_hash", "a hash is a PHC string of Argon2id: $argon2id$v=19$m=…,t=…,p=…$…");
    }
  }

  private static Optional<BadRow> fault(PersonRow row, String column, String reason) {
    return Optional.of(new BadRow(row.line(), column, reason));
  }
}
