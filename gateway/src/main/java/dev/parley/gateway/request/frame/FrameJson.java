package dev.parley.gateway.request.frame;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

/// The JSON of frames: small, shallow, each name once.
final class FrameJson {
  /// Longest frame, in bytes; a message of 4,000 characters fits whatever they are.
  static final int MAX_FRAME = 64 * 1024;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(16)
                  .maxDocumentLength(MAX_FRAME)
                  .maxStringLength(MAX_FRAME)
                  .maxNameLength(256)
                  .maxNumberLength(64)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private FrameJson() {}
}
