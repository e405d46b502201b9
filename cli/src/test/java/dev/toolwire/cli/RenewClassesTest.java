package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `build/RenewClasses.java`, by which the launcher prepares the classes that it starts.
class RenewClassesTest {

  @TempDir private static Path folder;
  private static Path ours;
  private static Path picocli;

  @BeforeAll
  static void renewTwoJars() throws Exception {
    ours = folder.resolve("ours.jar");
    try (var jar = new ZipOutputStream(Files.newOutputStream(ours))) {
      for (Class<?> type : RenewedClasses.ALL) {
        var name = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new ZipEntry(name));
        try (InputStream bytes = type.getResourceAsStream("/" + name)) {
          bytes.transferTo(jar);
        }
      }
    }
    URI library = CommandLine.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    picocli = Files.copy(Path.of(library), folder.resolve("picocli.jar"));
    BuildStep.run("RenewClasses.java", ours, picocli);
  }

  @Test
  void switchesAndRecordsMeanTheSame() throws Exception {
    try (var renewed = new URLClassLoader(new URL[] {ours.toUri().toURL()}, null)) {
      var twin = renewed.loadClass(RenewedClasses.class.getName());

      assertThat(twin).isNotSameAs(RenewedClasses.class);
      assertThat(transcript(twin))
          .hasSizeGreaterThan(30)
          .isEqualTo(transcript(RenewedClasses.class));
    }
  }

  private static List<?> transcript(Class<?> type) throws ReflectiveOperationException {
    return (List<?>) ((Supplier<?>) type.getDeclaredConstructor().newInstance()).get();
  }

  @Test
  void nothingIsLeftForTheJvmToWriteButSwitchesOverConstants() throws IOException {
    assertThat(bootstraps(ours))
        .doesNotContain("ObjectMethods")
        .containsOnlyOnce("SwitchBootstraps");
  }

  /// Who links the calls of the classes in a jar, a word for each call.
  private static List<String> bootstraps(Path jar) throws IOException {
    return types(jar).stream()
        .flatMap(type -> type.methods().stream())
        .flatMap(method -> method.code().stream())
        .flatMap(CodeModel::elementStream)
        .filter(InvokeDynamicInstruction.class::isInstance)
        .map(call -> ((InvokeDynamicInstruction) call).bootstrapMethod().owner().displayName())
        .toList();
  }

  @Test
  void classesOfJava5BecomeThoseOfJava8() throws Exception {
    assertThat(types(picocli))
        .extracting(ClassModel::majorVersion)
        .contains(ClassFile.JAVA_8_VERSION)
        .allMatch(version -> version >= ClassFile.JAVA_8_VERSION);
    try (var renewed = new URLClassLoader(new URL[] {picocli.toUri().toURL()}, null)) {
      assertThat(Class.forName(CommandLine.class.getName(), true, renewed)).isNotNull();
    }
  }

  private static List<ClassModel> types(Path path) throws IOException {
    try (var jar = FileSystems.newFileSystem(path);
        var files = Files.walk(jar.getPath("/"))) {
      var types = new ArrayList<ClassModel>();
      for (var file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
        types.add(ClassFile.of().parse(Files.readAllBytes(file)));
      }
      return types;
    }
  }
}
