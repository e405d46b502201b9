import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/// Rewrites jars in place so that an ahead-of-time cache of the JVM can hold all that their classes need; they mean the same as before.
/// Arguments: the jars. Those beside them are read, too, for the types that their classes refer to.
///
/// The JVM leaves two things out of its cache: classes without stack maps, and the code that it writes itself when a switch over types
/// or a method of a record runs for the first time. picocli, nearly all of what a short command executes, is compiled for Java 5; it
/// becomes Java 8. We switch over types everywhere; that code is written here, once ([LinkedMethods]).
final class RenewClasses {
  private static final ClassTransform STACK_MAPS =
      ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
          .andThen(
              (type, element) -> {
                switch (element) {
                  case ClassFileVersion _ -> type.withVersion(ClassFile.JAVA_8_VERSION, 0);
                  default -> type.with(element);
                }
              });

  private final ClassFile classFile;

  private RenewClasses(ClassLoader types) {
    var hierarchy =
        ClassHierarchyResolver.ofResourceParsing(types)
            .orElse(ClassHierarchyResolver.defaultResolver());
    classFile = ClassFile.of(ClassHierarchyResolverOption.of(hierarchy));
  }

  public static void main(String[] args) throws IOException {
    var jars = Arrays.stream(args).map(Path::of).toList();
    var around = jars.stream().map(Path::toAbsolutePath).map(Path::getParent).distinct();
    try (var types = new URLClassLoader(around.flatMap(RenewClasses::jarsIn).toArray(URL[]::new))) {
      var renewing = new RenewClasses(types);
      for (var jar : jars) {
        renewing.renew(jar);
      }
    }
  }

  private static Stream<URL> jarsIn(Path folder) {
    try (var files = Files.newDirectoryStream(folder, "*.jar")) {
      var urls = Stream.<URL>builder();
      for (var file : files) {
        urls.add(file.toUri().toURL());
      }
      return urls.build();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void renew(Path path) throws IOException {
    try (var jar = FileSystems.newFileSystem(path);
        var files = Files.walk(jar.getPath("/"))) {
      for (var file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
        var type = classFile.parse(file);
        if (type.majorVersion() < ClassFile.JAVA_6_VERSION) {
          Files.write(file, classFile.transformClass(type, STACK_MAPS));
        } else if (LinkedMethods.areIn(type)) {
          Files.write(file, classFile.transformClass(type, LinkedMethods.of(type)));
        }
      }
    }
  }
}
