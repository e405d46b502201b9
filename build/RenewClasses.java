import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/// Rewrites one jar in place so that its classes from before Java 6 become classes of Java 8. Their code stays as it is; stack maps are
/// added.
///
/// The JVM leaves classes without stack maps out of its ahead-of-time cache, and picocli, nearly all of what a short command executes,
/// is compiled for Java 5.
final class RenewClasses {
  private static final ClassTransform RENEWAL =
      ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
          .andThen(
              (type, element) -> {
                switch (element) {
                  case ClassFileVersion _ -> type.withVersion(ClassFile.JAVA_8_VERSION, 0);
                  default -> type.with(element);
                }
              });

  public static void main(String[] args) throws IOException {
    var path = Path.of(args[0]);
    try (var loader = new URLClassLoader(new URL[] {path.toUri().toURL()});
        var jar = FileSystems.newFileSystem(path);
        var files = Files.walk(jar.getPath("/"))) {
      var hierarchy =
          ClassHierarchyResolver.ofResourceParsing(loader)
              .orElse(ClassHierarchyResolver.defaultResolver());
      var classFile =
          ClassFile.of(
              StackMapsOption.GENERATE_STACK_MAPS, ClassHierarchyResolverOption.of(hierarchy));
      for (var file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
        renew(file, classFile);
      }
    }
  }

  private static void renew(Path file, ClassFile classFile) throws IOException {
    var model = classFile.parse(file);
    if (model.majorVersion() < ClassFile.JAVA_6_VERSION) {
      Files.write(file, classFile.transformClass(model, RENEWAL));
    }
  }
}
