package dev.parley.gateway.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.file.folder.FolderFileStore;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileClaimsTest {
  private static final FileClaims.Message MESSAGE = new FileClaims.Message("alice", "#team", "c1");

  @TempDir Path folder;

  private FileStore store;
  private FileParts parts;
  private FileClaims claims;
  private String file;

  @BeforeEach
  void begin() {
    store = new FolderFileStore(folder, 0);
    parts = FileFixtures.parts(store, folder);
    claims = FileFixtures.claims(parts.attachments());
    file = parts.uploads().begin("alice", new Uploads.Wish("a.txt", 0, null, null)).id();
  }

  @Test
  void notesThatTheMessageIsInTheLog() {
    // When
    Attachment attachment = claims.claim(file, MESSAGE).join();
    claims.settle(file, MESSAGE, null);

    // Then
    assertThat(attachment.name()).isEqualTo("a.txt");
    assertThat(store.find(file).orElseThrow().isAttached()).isTrue();
  }

  @Test
  void givesTheFileBackIfTheMessageWasRefused() {
    // When
    claims.claim(file, MESSAGE).join();
    claims.settle(file, MESSAGE, refusal(ErrorCode.NOT_MEMBER));

    // Then
    assertThat(store.find(file).orElseThrow().claim()).isNull();
  }

  /// It may be in the log: whoever sends it again gets the same file.
  @Test
  void keepsTheClaimIfNobodyKnowsWhatBecameOfTheMessage() {
    // When
    claims.claim(file, MESSAGE).join();
    claims.settle(file, MESSAGE, new CompletionException(refusal(ErrorCode.UNAVAILABLE)));

    // Then
    assertThat(store.find(file).orElseThrow().claim()).isNotNull();
    assertThat(claims.claim(file, MESSAGE)).isCompleted();
  }

  private static RequestFailedException refusal(ErrorCode code) {
    return new RequestFailedException(code, "no");
  }
}
