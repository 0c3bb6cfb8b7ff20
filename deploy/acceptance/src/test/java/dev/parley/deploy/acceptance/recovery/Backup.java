package dev.parley.deploy.acceptance.recovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/// A backup in clear, looked into from outside: a zip with a manifest.
record Backup(Path file) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /// {@return SHA-256 of every entry by name}
  Map<String, String> digests() {
    Map<String, String> digests = new TreeMap<>();
    for (JsonNode each : manifest().path("contents")) {
      digests.put(each.path("entry").asText(), each.path("sha256").asText());
    }
    return digests;
  }

  /// {@return rows of a table of routing-service, sorted, with the names of conversations for their
  /// numbers}
  ///
  /// @param table its name
  List<String> conversationRows(String table) {
    Map<String, String> names = new HashMap<>();
    rows("routing", "conversation").forEach(row -> names.put(row.get("id"), row.get("name")));
    List<String> texts = new ArrayList<>();
    for (Map<String, String> row : rows("routing", table)) {
      Map<String, String> named = new TreeMap<>(row);
      named.computeIfPresent("conversation_id", (_, id) -> names.getOrDefault(id, "?" + id));
      if (table.equals("conversation")) {
        named.remove("id");
      }
      texts.add(named.toString());
    }
    texts.sort(null);
    return texts;
  }

  /// {@return names of the tables of routing-service}
  List<String> conversationTables() {
    List<String> tables = new ArrayList<>();
    for (JsonNode each : manifest().path("tables")) {
      if (each.path("schema").asText().equals("routing")) {
        tables.add(each.path("name").asText());
      }
    }
    return tables;
  }

  private List<Map<String, String>> rows(String schema, String table) {
    List<String> columns = columns(schema, table);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : text("tables/" + schema + "/" + table + ".copy").lines().toList()) {
      String[] values = line.split("\t", -1);
      Map<String, String> row = new TreeMap<>();
      for (int i = 0; i < values.length; i++) {
        row.put(columns.get(i), values[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  private List<String> columns(String schema, String table) {
    List<String> columns = new ArrayList<>();
    for (JsonNode each : manifest().path("tables")) {
      if (each.path("schema").asText().equals(schema) && each.path("name").asText().equals(table)) {
        each.path("columns").forEach(column -> columns.add(column.asText()));
      }
    }
    return columns;
  }

  private JsonNode manifest() {
    try {
      return JSON.readTree(text("manifest.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(String entry) {
    try (var zip = new ZipFile(file.toFile());
        var in = zip.getInputStream(zip.getEntry(entry))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
