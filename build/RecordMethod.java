import static java.lang.constant.ConstantDescs.CD_Boolean;
import static java.lang.constant.ConstantDescs.CD_Byte;
import static java.lang.constant.ConstantDescs.CD_Character;
import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_Double;
import static java.lang.constant.ConstantDescs.CD_Float;
import static java.lang.constant.ConstantDescs.CD_Integer;
import static java.lang.constant.ConstantDescs.CD_Long;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_Short;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// `equals`, `hashCode` or `toString` of a record, of all its components in their order. As
/// [ObjectMethods](https://docs.oracle.com/en/java/javase/25/docs/api/java.base/java/lang/runtime/ObjectMethods.html).
record RecordMethod(String name, ClassDesc type, List<Component> components) {

  static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.ObjectMethods");

  record Component(String name, ClassDesc type) {}

  private static final ClassDesc OBJECTS = Objects.class.describeConstable().orElseThrow();
  private static final ClassDesc BUILDER = StringBuilder.class.describeConstable().orElseThrow();
  private static final int THIS = 0;
  private static final int OTHER = 1;

  static Optional<RecordMethod> of(InvokeDynamicInstruction call) {
    if (!call.bootstrapMethod().owner().equals(BOOTSTRAPS)) {
      return Optional.empty();
    }
    var type = (ClassDesc) call.bootstrapArgs().getFirst();
    var components =
        call.bootstrapArgs().stream()
            .filter(DirectMethodHandleDesc.class::isInstance)
            .map(DirectMethodHandleDesc.class::cast)
            .map(get -> new Component(get.methodName(), get.invocationType().returnType()))
            .toList();
    return Optional.of(new RecordMethod(call.name().stringValue(), type, components));
  }

  void write(CodeBuilder code) {
    switch (name) {
      case "equals" -> writeEquals(code);
      case "hashCode" -> writeHashCode(code);
      case "toString" -> writeToString(code);
      default -> throw new IllegalStateException(type.displayName() + "." + name);
    }
  }

  private void writeEquals(CodeBuilder code) {
    var same = code.newLabel();
    var different = code.newLabel();
    code.aload(THIS).aload(OTHER).if_acmpeq(same);
    code.aload(OTHER).instanceOf(type).ifeq(different);
    for (var component : components) {
      get(code, THIS, component);
      get(code, OTHER, component);
      writeEqual(code, component.type(), different);
    }
    code.labelBinding(same).iconst_1().ireturn();
    code.labelBinding(different).iconst_0().ireturn();
  }

  private static void writeEqual(CodeBuilder code, ClassDesc component, Label different) {
    if (component.isPrimitive()) {
      code.invokestatic(box(component), "compare", MethodTypeDesc.of(CD_int, component, component));
      code.ifne(different);
    } else {
      code.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object));
      code.ifeq(different);
    }
  }

  private void writeHashCode(CodeBuilder code) {
    code.iconst_0();
    for (var component : components) {
      code.bipush(31).imul();
      get(code, THIS, component);
      if (component.type().isPrimitive()) {
        var hash = MethodTypeDesc.of(CD_int, component.type());
        code.invokestatic(box(component.type()), "hashCode", hash);
      } else {
        code.invokestatic(OBJECTS, "hashCode", MethodTypeDesc.of(CD_int, CD_Object));
      }
      code.iadd();
    }
    code.ireturn();
  }

  private void writeToString(CodeBuilder code) {
    code.new_(BUILDER).dup().invokespecial(BUILDER, "<init>", MTD_void);
    code.loadConstant(type).invokevirtual(CD_Class, "getSimpleName", MethodTypeDesc.of(CD_String));
    append(code, CD_String);
    var before = "[";
    for (var component : components) {
      code.loadConstant(before + component.name() + "=");
      append(code, CD_String);
      get(code, THIS, component);
      append(code, appended(component.type()));
      before = ", ";
    }
    code.loadConstant(components.isEmpty() ? "[]" : "]");
    append(code, CD_String);
    code.invokevirtual(BUILDER, "toString", MethodTypeDesc.of(CD_String)).areturn();
  }

  private static void append(CodeBuilder code, ClassDesc what) {
    code.invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, what));
  }

  /// The type as [StringBuilder] takes it.
  private static ClassDesc appended(ClassDesc component) {
    return switch (TypeKind.from(component)) {
      case REFERENCE -> CD_Object;
      case BYTE, SHORT -> CD_int;
      default -> component;
    };
  }

  private void get(CodeBuilder code, int from, Component component) {
    code.aload(from).checkcast(type).getfield(type, component.name(), component.type());
  }

  private static ClassDesc box(ClassDesc primitive) {
    return switch (TypeKind.from(primitive)) {
      case BOOLEAN -> CD_Boolean;
      case BYTE -> CD_Byte;
      case CHAR -> CD_Character;
      case SHORT -> CD_Short;
      case INT -> CD_Integer;
      case LONG -> CD_Long;
      case FLOAT -> CD_Float;
      case DOUBLE -> CD_Double;
      case REFERENCE, VOID -> throw new IllegalArgumentException(primitive.displayName());
    };
  }
}
