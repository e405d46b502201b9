import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.Optional;

/// What a `switch` over types asks for: given a value and a label to begin at, the first label from there on that the value is an
/// instance of; -1 for null, the number of labels if there is none. As
/// [SwitchBootstraps.typeSwitch](https://docs.oracle.com/en/java/javase/25/docs/api/java.base/java/lang/runtime/SwitchBootstraps.html).
record TypeSwitch(List<ClassDesc> labels) {

  static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

  private static final int VALUE = 0;
  private static final int FIRST = 1;

  /// Only if all labels are types: constants among them are left to the JVM.
  static Optional<TypeSwitch> of(InvokeDynamicInstruction call) {
    boolean overTypes =
        call.bootstrapMethod().owner().equals(BOOTSTRAPS)
            && call.bootstrapMethod().methodName().equals("typeSwitch")
            && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
    return overTypes
        ? Optional.of(new TypeSwitch(call.bootstrapArgs().stream().map(ClassDesc.class::cast).toList()))
        : Optional.empty();
  }

  void write(CodeBuilder code) {
    code.aload(VALUE).ifThen(Opcode.IFNULL, isNull -> isNull.iconst_m1().ireturn());
    for (int at = 0; at < labels.size(); at++) {
      int label = at;
      var next = code.newLabel();
      code.iload(FIRST).loadConstant(label).if_icmpgt(next);
      code.aload(VALUE).instanceOf(labels.get(label)).ifeq(next);
      code.loadConstant(label).ireturn();
      code.labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }
}
