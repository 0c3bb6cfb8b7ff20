package dev.parley.cli.machine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.command.Refusals;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.frame.Frames;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/// What a program gets: one object per line, in ASCII (what is beyond is written as an escape of
/// JSON, so no line can drive a terminal). On the loop.
final class Lines {
  private static final ObjectWriter ASCII =
      Frames.JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());

  private final PrintStream out;
  private boolean refused;

  Lines(PrintStream out) {
    this.out = out;
  }

  /// {@return whether anything was refused}
  boolean hasRefused() {
    return refused;
  }

  void print(JsonNode frame) {
    refused |= Frames.text(frame, "type").equals("error");
    try {
      out.println(ASCII.writeValueAsString(frame));
      out.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a frame that was read can be written", e);
    }
  }

  void link(String state) {
    print(Frames.JSON.createObjectNode().put("type", "link").put("state", state));
  }

  /// Prints an answer of this client's own.
  ///
  /// @param id of the request; missing for none
  /// @param answer its fields
  void ok(JsonNode id, JsonNode answer) {
    ObjectNode ok = Frames.JSON.createObjectNode().put("type", "ok");
    if (!id.isMissingNode()) {
      ok.set("id", id);
    }
    print(ok.setAll((ObjectNode) answer));
  }

  void refuse(@Nullable JsonNode id, RefusedException refusal) {
    refuse(id, refusal.code(), Refusals.text(refusal));
  }

  void refuse(@Nullable JsonNode id, String code, String text) {
    ObjectNode error = Frames.JSON.createObjectNode().put("type", "error");
    if (id != null && !id.isMissingNode()) {
      error.set("id", id);
    }
    print(error.put("code", code).put("message", text));
  }
}
