import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The methods of one class that the JVM would write when each is first called: the class gets them as its own, and calls them.
final class LinkedMethods {

  private record Method(String name, MethodTypeDesc type, Consumer<CodeBuilder> body) {}

  private final ClassModel owner;
  private final List<Method> methods = new ArrayList<>();

  private LinkedMethods(ClassModel owner) {
    this.owner = owner;
  }

  /// Whether `type` has any.
  static boolean areIn(ClassModel type) {
    return type.methods().stream().anyMatch(LinkedMethods::areCalledBy);
  }

  private static boolean areCalledBy(MethodModel method) {
    return method.code().stream()
        .flatMap(CodeModel::elementStream)
        .anyMatch(element ->
            element instanceof InvokeDynamicInstruction call && body(call).isPresent());
  }

  /// Writes those of `type`.
  static ClassTransform of(ClassModel type) {
    var linked = new LinkedMethods(type);
    return ClassTransform.transformingMethodBodies(LinkedMethods::areCalledBy, linked::copy)
        .andThen(ClassTransform.endHandler(linked::write));
  }

  private void copy(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeDynamicInstruction call) {
      body(call).ifPresentOrElse(body -> call(code, call, body), () -> code.with(call));
    } else {
      code.with(element);
    }
  }

  private void call(CodeBuilder code, InvokeDynamicInstruction call, Consumer<CodeBuilder> body) {
    var name = call.name().stringValue() + "$" + methods.size();
    methods.add(new Method(name, call.typeSymbol(), body));
    boolean ofInterface = owner.flags().has(AccessFlag.INTERFACE);
    code.invokestatic(owner.thisClass().asSymbol(), name, call.typeSymbol(), ofInterface);
  }

  private static Optional<Consumer<CodeBuilder>> body(InvokeDynamicInstruction call) {
    return TypeSwitch.of(call)
        .<Consumer<CodeBuilder>>map(found -> found::write)
        .or(() -> RecordMethod.of(call).map(found -> found::write));
  }

  private void write(ClassBuilder type) {
    int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
    methods.forEach(method -> type.withMethodBody(method.name(), method.type(), flags, method.body()));
  }
}
