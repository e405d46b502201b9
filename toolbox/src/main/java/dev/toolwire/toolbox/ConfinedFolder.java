package dev.toolwire.toolbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Text files below one directory, with no way out of it.
///
/// Every name is opened relative to the open directory above it and never through a link
/// ([SecureDirectoryStream]; `openat` with `O_NOFOLLOW`), so that nothing is gained by swapping a
/// directory for a link meanwhile. Links below the root are refused even if they stay inside. A
/// file is written whole beside its place and then moved over it: a reader sees the old text or the
/// new one, and a program that dies leaves the old.
///
/// The caller sees to it that two writes of one file do not overlap.
final class ConfinedFolder {

  /// The longest file, in bytes.
  static final int LONGEST_FILE = 10 * 1024 * 1024;

  private final Path root;

  private ConfinedFolder(Path root) {
    this.root = root;
  }

  /// @param root a directory, or a link to one
  /// @throws IOException if it cannot be opened, or the system cannot open files relative to it
  static ConfinedFolder at(Path root) throws IOException {
    ConfinedFolder folder = new ConfinedFolder(root.toRealPath());
    folder.open().close();
    return folder;
  }

  /// The text of a file; empty if there is none.
  Optional<String> read(RelativePath path) throws IOException, FileRefusedException {
    try (SecureDirectoryStream<Path> top = open()) {
      return read(top, path, 0);
    }
  }

  /// Makes `text` the whole of a file, creating it and the directories above it if they lack.
  void write(RelativePath path, String text) throws IOException, FileRefusedException {
    if (text.codePoints().anyMatch(Shown::isHalf)) {
      throw new FileRefusedException(
          "the text has half of a surrogate pair, which UTF-8 cannot say, so nothing was written");
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LONGEST_FILE) {
      throw new FileRefusedException(
          "%s would have %d bytes, expected at most %d; write several files"
              .formatted(path, bytes.length, LONGEST_FILE));
    }
    try (SecureDirectoryStream<Path> top = open()) {
      write(top, top, path, 0, bytes);
    }
  }

  /// The caller closes it.
  @SuppressWarnings("StreamResourceLeak")
  private SecureDirectoryStream<Path> open() throws IOException {
    DirectoryStream<Path> stream = Files.newDirectoryStream(root);
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      return secure;
    }
    stream.close();
    throw new IOException("this system cannot open files safely below " + root);
  }

  private static Optional<String> read(
      SecureDirectoryStream<Path> directory, RelativePath path, int depth)
      throws IOException, FileRefusedException {
    Path name = Path.of(path.names().get(depth));
    if (isMissing(directory, path, depth)) {
      return Optional.empty();
    }
    if (path.isLast(depth)) {
      return Optional.of(text(directory, name, path));
    }
    try (SecureDirectoryStream<Path> below =
        directory.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
      return read(below, path, depth + 1);
    }
  }

  private void write(
      SecureDirectoryStream<Path> top,
      SecureDirectoryStream<Path> directory,
      RelativePath path,
      int depth,
      byte[] bytes)
      throws IOException, FileRefusedException {
    Path name = Path.of(path.names().get(depth));
    boolean missing = isMissing(directory, path, depth);
    if (path.isLast(depth)) {
      replace(directory, name, !missing, bytes);
      return;
    }
    if (missing) {
      createDirectory(top, directory, name);
    }
    try (SecureDirectoryStream<Path> below =
        directory.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
      write(top, below, path, depth + 1, bytes);
    }
  }

  /// Whether nothing is there; what is there is a directory or a regular file as wanted.
  private static boolean isMissing(
      SecureDirectoryStream<Path> directory, RelativePath path, int depth)
      throws IOException, FileRefusedException {
    Path name = Path.of(path.names().get(depth));
    BasicFileAttributes there;
    try {
      there =
          directory
              .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
              .readAttributes();
    } catch (NoSuchFileException missing) {
      return true;
    }
    if (path.isLast(depth) ? there.isRegularFile() : there.isDirectory()) {
      return false;
    }
    throw new FileRefusedException(
        "%s is %s, expected a %s"
            .formatted(path.upTo(depth), kind(there), path.isLast(depth) ? "file" : "directory"));
  }

  private static String kind(BasicFileAttributes there) {
    if (there.isSymbolicLink()) {
      return "a link, which is never followed";
    }
    return there.isDirectory() ? "a directory" : there.isRegularFile() ? "a file" : "a device";
  }

  private static String text(SecureDirectoryStream<Path> directory, Path name, RelativePath path)
      throws IOException, FileRefusedException {
    byte[] bytes;
    try (SeekableByteChannel channel =
        directory.newByteChannel(
            name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      bytes = Channels.newInputStream(channel).readNBytes(LONGEST_FILE + 1);
    }
    if (bytes.length > LONGEST_FILE) {
      throw new FileRefusedException(
          path + " has more than " + LONGEST_FILE + " bytes, which is more than can be changed");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException binary) {
      throw new FileRefusedException(path + " is not UTF-8 text, so it cannot be changed");
    }
  }

  /// There is no `mkdirat` in Java. A directory is therefore made in the root, which is trusted,
  /// and moved to its place from there.
  private void createDirectory(
      SecureDirectoryStream<Path> top, SecureDirectoryStream<Path> directory, Path name)
      throws IOException {
    Path made = temporary();
    Files.createDirectory(root.resolve(made));
    try {
      top.move(made, directory, name);
    } catch (IOException notMoved) {
      top.deleteDirectory(made);
      throw notMoved;
    }
  }

  private static void replace(
      SecureDirectoryStream<Path> directory, Path name, boolean exists, byte[] bytes)
      throws IOException {
    Path written = temporary();
    try (SeekableByteChannel channel =
        directory.newByteChannel(
            written,
            Set.of(
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS))) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      if (exists) {
        permissions(directory, written)
            .setPermissions(permissions(directory, name).readAttributes().permissions());
      }
      directory.move(written, directory, name);
    } catch (IOException notWritten) {
      directory.deleteFile(written);
      throw notWritten;
    }
  }

  private static PosixFileAttributeView permissions(
      SecureDirectoryStream<Path> directory, Path name) {
    return directory.getFileAttributeView(
        name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static Path temporary() {
    return Path.of(".toolwire-" + UUID.randomUUID());
  }
}
