package dev.parley.gateway.file;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import io.quarkus.logging.Log;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/// Makes small pictures of large ones, at a cost that is known before: the size that the head of an
/// image tells is looked at before anything is decoded, rows and columns are skipped while it is,
/// two are decoded at one time, and one that takes too long is given up.
///
/// What comes out is a JPEG made anew: nothing that the original says beside its picture, such as
/// where it was taken, is in it, but it is turned as the camera noted. Safe for use by many
/// threads; may wait.
public final class Thumbnails {
  private static final String JPEG = "image/jpeg";
  private static final String WEBP = "image/webp";
  private static final Set<String> READABLE = Set.of("image/png", JPEG, "image/gif", WEBP);
  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;
  private static final long MOST_BYTES = 30_000_000;
  private static final int AT_ONCE = 2;
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int MOST_KEPT = 200;

  /// Synapse's limit (`max_image_pixels`): a row of 32 bits is 128 MB at the very most.
  private static final long MOST_PIXELS = 32_000_000;

  /// The reader of WebP holds the whole picture, about eight bytes a pixel.
  private static final long MOST_WEBP_PIXELS = 4_000_000;

  private final FileStore store;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().daemon().name("thumbnails-", 0).factory());
  private final Map<String, byte[]> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
          return size() > MOST_KEPT;
        }
      };

  static {
    // Otherwise each image would be copied to a file first.
    ImageIO.setUseCache(false);
  }

  /// Makes pictures of what lies in a store.
  ///
  /// @param store where files lie
  public Thumbnails(FileStore store) {
    this.store = store;
  }

  /// {@return a JPEG of at most 640 × 400; empty if it is no image, too large, or takes too long}
  ///
  /// @param file a complete file
  public Optional<byte[]> of(StoredFile file) {
    if (file.content() == null
        || !READABLE.contains(file.content().type())
        || file.size() > MOST_BYTES) {
      return Optional.empty();
    }
    synchronized (kept) {
      byte[] known = kept.get(file.id());
      if (known != null) {
        return Optional.of(known);
      }
    }
    Optional<byte[]> made = make(file);
    made.ifPresent(picture -> {
      synchronized (kept) {
        kept.put(file.id(), picture);
      }
    });
    return made;
  }

  private Optional<byte[]> make(StoredFile file) {
    try {
      if (!free.tryAcquire(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    AtomicReference<@Nullable ImageReader> reader = new AtomicReference<>();
    Future<Optional<byte[]>> task =
        workers.submit(() -> {
          try {
            return picture(file, reader);
          } finally {
            free.release();
          }
        });
    return await(file, task, reader);
  }

  private static Optional<byte[]> await(
      StoredFile file,
      Future<Optional<byte[]>> task,
      AtomicReference<@Nullable ImageReader> reader) {
    try {
      return task.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      Log.infof("thumbnail given up file=%s cause=too slow", file.id());
      ImageReader running = reader.get();
      if (running != null) {
        running.abort();
      }
    } catch (ExecutionException e) {
      // Whatever is wrong with an image, there is just no small picture of it.
      Log.debugf("thumbnail given up file=%s cause=%s", file.id(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private Optional<byte[]> picture(StoredFile file, AtomicReference<@Nullable ImageReader> running)
      throws IOException {
    return isWebp(file) ? webp(file, running) : other(file, running);
  }

  /// The reader of the JDK is found by what the bytes are.
  private Optional<byte[]> other(StoredFile file, AtomicReference<@Nullable ImageReader> running)
      throws IOException {
    try (InputStream bytes = store.read(file, 0, file.size());
        ImageInputStream input = ImageIO.createImageInputStream(bytes)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
      return readers.hasNext()
          ? read(readers.next(), input, orientation(file), MOST_PIXELS, running)
          : Optional.empty();
    }
  }

  /// The reader is named, so that nothing that lies on the class path is asked; and it gets nothing
  /// but one picture with loss. Of the others the cost is not known before: of `VP8X` it measures
  /// the canvas, and then decodes every picture that is named behind it, however large it is; of
  /// `VP8L` it applies every transformation that is named, and a few bits name one. It does not
  /// stop when it is told to.
  private Optional<byte[]> webp(StoredFile file, AtomicReference<@Nullable ImageReader> running)
      throws IOException {
    Optional<Webp> found = Webp.find(store, file);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream bytes = found.get().simple(store, file);
        ImageInputStream input = ImageIO.createImageInputStream(bytes)) {
      ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
      return read(reader, input, found.get().orientation(), MOST_WEBP_PIXELS, running);
    }
  }

  private static Optional<byte[]> read(
      ImageReader reader,
      ImageInputStream input,
      Orientation orientation,
      long mostPixels,
      AtomicReference<@Nullable ImageReader> running)
      throws IOException {
    running.set(reader);
    try {
      reader.setInput(input, true, true);
      return small(reader, orientation, mostPixels).map(Thumbnails::jpeg);
    } finally {
      running.set(null);
      reader.dispose();
    }
  }

  /// Said beside the picture, which is why it is read before that is left out.
  private Orientation orientation(StoredFile file) throws IOException {
    if (file.content() == null || !file.content().type().equals(JPEG)) {
      return Orientation.UPRIGHT;
    }
    try (InputStream bytes = store.read(file, 0, Math.min(file.size(), Orientation.LENGTH))) {
      return Orientation.of(bytes.readAllBytes());
    }
  }

  private static boolean isWebp(StoredFile file) {
    return file.content() != null && file.content().type().equals(WEBP);
  }

  private static Optional<BufferedImage> small(
      ImageReader reader, Orientation orientation, long mostPixels) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (width < 1 || height < 1 || (long) width * height > mostPixels) {
      return Optional.empty();
    }
    boolean onItsSide = orientation.isOnItsSide();
    int step =
        Math.max(
            1,
            onItsSide
                ? Math.min(width / HEIGHT, height / WIDTH)
                : Math.min(width / WIDTH, height / HEIGHT));
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    return Optional.of(upright(fitted(reader.read(0, param), onItsSide), orientation));
  }

  /// On white, since a JPEG is not transparent.
  private static BufferedImage fitted(BufferedImage image, boolean onItsSide) {
    double most = onItsSide ? HEIGHT : WIDTH;
    double highest = onItsSide ? WIDTH : HEIGHT;
    double scale = Math.min(1, Math.min(most / image.getWidth(), highest / image.getHeight()));
    int width = Math.max(1, (int) (image.getWidth() * scale));
    int height = Math.max(1, (int) (image.getHeight() * scale));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
    graphics.dispose();
    return small;
  }

  private static BufferedImage upright(BufferedImage image, Orientation orientation) {
    int width = image.getWidth();
    int height = image.getHeight();
    boolean onItsSide = orientation.isOnItsSide();
    BufferedImage turned =
        new BufferedImage(
            onItsSide ? height : width, onItsSide ? width : height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = turned.createGraphics();
    graphics.drawImage(image, orientation.upright(width, height), null);
    graphics.dispose();
    return turned;
  }

  private static byte[] jpeg(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "jpeg", bytes)) {
        throw new StoreFaultException("no JPEG writer", new IOException("none found"));
      }
    } catch (IOException e) {
      throw new StoreFaultException("a thumbnail cannot be written", e);
    }
    return bytes.toByteArray();
  }
}
