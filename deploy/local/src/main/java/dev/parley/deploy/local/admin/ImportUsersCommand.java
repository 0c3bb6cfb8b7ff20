package dev.parley.deploy.local.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.deploy.local.console.Console;
import dev.parley.deploy.local.console.Ticker;
import dev.parley.deploy.local.console.TroubleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `./parley admin import-users`.
@Command(
    name = "import-users",
    description = "Makes accounts from a CSV file: all of them, or none.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The first line names the columns: username,password or username,password_hash,role.",
      "The role may be left out everywhere. A hash is a PHC string of Argon2id."
    })
final class ImportUsersCommand implements Callable<Integer> {
  private static final int BAD_ROWS = 1;
  private static final int SHOWN = 50;

  @ParentCommand private AdminCommand admin;

  @Parameters(paramLabel = "FILE", description = "CSV in UTF-8, at most 5,000 people.")
  private Path file = Path.of("");

  @Option(names = "--dry-run", description = "Checks everything, and does nothing.")
  private boolean dryRun;

  private final Console console = Console.ofOutput();

  @Override
  public Integer call() throws IOException {
    AdminClient client = admin.connect();
    Hashing hashing = Hashing.of(client.get("policy", Map.of()));
    PeopleFile people = PeopleFile.read(file, hashing);
    List<BadRow> bad = new ArrayList<>(people.bad());
    String id = digest(file);
    if (!people.rows().isEmpty()) {
      bad.addAll(taken(client, people.rows(), id));
    }
    if (!bad.isEmpty()) {
      return refuse(bad, people);
    }
    if (people.rows().isEmpty()) {
      throw new TroubleException(file + " has no people", "add a line for each below the header");
    }
    if (dryRun) {
      console.line(
          people.rows().size()
              + " people can be imported; nothing was done. Now without --dry-run");
      return 0;
    }
    JsonNode done =
        client.post("imports", request(people.rows(), hashed(people, hashing), id, false));
    return conclude(done, people);
  }

  private int conclude(JsonNode done, PeopleFile people) {
    List<BadRow> taken = takenRows(done, people.rows());
    if (!taken.isEmpty()) {
      return refuse(taken, people);
    }
    console.line(
        done.path("imported").asInt()
            + " accounts are there now; see them with ./parley admin users");
    return 0;
  }

  private int refuse(List<BadRow> bad, PeopleFile people) {
    bad.sort(Comparator.comparingLong(BadRow::line));
    Console errors = Console.ofError();
    bad.stream().limit(SHOWN).forEach(row -> errors.line(row.text()));
    if (bad.size() > SHOWN) {
      errors.line("… and " + (bad.size() - SHOWN) + " more");
    }
    int all = people.rows().size() + people.bad().size();
    errors.line("error: " + bad.size() + " of " + all + " rows are bad, so nothing was done");
    errors.line("cure:  mend the lines above, then try again; --dry-run only looks");
    return BAD_ROWS;
  }

  /// Asked before hashing, which takes a while.
  private static List<BadRow> taken(AdminClient client, List<PersonRow> rows, String id) {
    List<String> stand = rows.stream().map(_ -> STAND_IN).toList();
    return takenRows(client.post("imports", request(rows, stand, id, true)), rows);
  }

  /// A hash of nothing, for a look that stores none.
  private static final String STAND_IN =
      "$argon2id$v=19$m=64,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  private static List<BadRow> takenRows(JsonNode answer, List<PersonRow> rows) {
    Set<String> taken = new HashSet<>();
    answer.path("taken").forEach(name -> taken.add(name.asText()));
    return rows.stream()
        .filter(row -> taken.contains(row.user()))
        .map(row -> new BadRow(row.line(), "username", row.user() + " belongs to somebody already"))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static ObjectNode request(
      List<PersonRow> rows, List<String> hashes, String id, boolean dryRun) {
    ObjectNode request = AdminClient.object().put("id", id).put("dryRun", dryRun);
    ArrayNode accounts = request.putArray("accounts");
    for (int i = 0; i < rows.size(); i++) {
      accounts
          .addObject()
          .put("account", rows.get(i).user())
          .put("hash", hashes.get(i))
          .put("role", rows.get(i).role());
    }
    return request;
  }

  private List<String> hashed(PeopleFile people, Hashing hashing) {
    AtomicInteger done = new AtomicInteger();
    int all = people.rows().size();
    try (var _ = new Ticker(console, () -> "hashing passwords, " + done.get() + " of " + all)) {
      return people.rows().stream()
          .map(row -> {
            String hash = row.hash().isEmpty() ? hashing.hash(row.password()) : row.hash();
            done.incrementAndGet();
            return hash;
          })
          .toList();
    }
  }

  /// The same file again is the same import again, which the server knows by this.
  private static String digest(Path file) throws IOException {
    try {
      byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(sha256);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
