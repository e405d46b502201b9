import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Puts a jar and those that its manifest names into two that mean the same: ours, which has its name, and all the others. Arguments: the folder
/// of the new jars, the old jar.
///
/// Whoever looks for a service, a logger or a resource opens every jar of the class path, and to open one takes longer the more files it has. A
/// usual command looks for nothing that is not ours, and has its classes from the JVM's cache. Of several files with a name the first one counts,
/// as on a class path; lists of services are joined.
final class TwoJars {
  private static final String LIBRARIES = "libraries.jar";
  private static final String OURS = "toolwire";
  private static final String MANIFEST = JarFile.MANIFEST_NAME;
  private static final String SERVICES = "META-INF/services/";

  /// Which other lists a jar has, as the library has it that reads them; every jar has one.
  private static final String LISTS = "META-INF/helidon/manifest";

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private TwoJars() {}

  public static void main(String[] args) throws IOException {
    var folder = Path.of(args[0]);
    var first = Path.of(args[1]);
    var manifest = manifest(first);
    var ours = new TwoJars();
    var others = new TwoJars();
    for (var path : path(first, manifest)) {
      (isOurs(path) ? ours : others).add(path);
    }
    manifest.getMainAttributes().put(Name.CLASS_PATH, LIBRARIES);
    ours.write(folder.resolve(first.getFileName()), manifest);
    manifest.clear();
    manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
    others.write(folder.resolve(LIBRARIES), manifest);
  }

  private static boolean isOurs(Path path) {
    return path.getFileName().toString().startsWith(OURS);
  }

  private static Manifest manifest(Path path) throws IOException {
    try (var jar = new JarFile(path.toFile())) {
      return jar.getManifest();
    }
  }

  private static List<Path> path(Path first, Manifest manifest) {
    var path = new ArrayList<>(List.of(first));
    var others = manifest.getMainAttributes().getValue(Name.CLASS_PATH);
    if (others != null) {
      for (var other : others.split(" ")) {
        path.add(first.resolveSibling(other));
      }
    }
    return path;
  }

  /// The files as this version of Java sees them, without what is about the jar and not about its classes.
  private void add(Path path) throws IOException {
    try (var jar = new JarFile(path.toFile(), false, JarFile.OPEN_READ, Runtime.version())) {
      for (var file : jar.versionedStream().toList()) {
        var name = file.getName();
        if (!file.isDirectory() && !isAboutTheJar(name)) {
          try (var in = jar.getInputStream(file)) {
            add(name, in);
          }
        }
      }
    }
  }

  private static boolean isAboutTheJar(String name) {
    return name.equals(MANIFEST) || name.equals("module-info.class") || name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");
  }

  private void add(String name, InputStream in) throws IOException {
    var bytes = in.readAllBytes();
    if (name.startsWith(SERVICES) || name.equals(LISTS)) {
      files.merge(name, bytes, TwoJars::joined);
    } else {
      files.putIfAbsent(name, bytes);
    }
  }

  private static byte[] joined(byte[] these, byte[] those) {
    var joined = new ByteArrayOutputStream();
    joined.writeBytes(these);
    joined.write('\n');
    joined.writeBytes(those);
    return joined.toByteArray();
  }

  private void write(Path path, Manifest manifest) throws IOException {
    var head = new ByteArrayOutputStream();
    manifest.write(head);
    try (OutputStream file = Files.newOutputStream(path);
        var jar = new ZipOutputStream(file)) {
      store(jar, MANIFEST, head.toByteArray());
      for (var entry : files.entrySet()) {
        store(jar, entry.getKey(), entry.getValue());
      }
    }
  }

  /// As it is: to unpack it each time would take longer than to read it.
  private static void store(ZipOutputStream jar, String name, byte[] bytes) throws IOException {
    var sum = new CRC32();
    sum.update(bytes);
    var entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
    jar.putNextEntry(entry);
    jar.write(bytes);
  }
}
