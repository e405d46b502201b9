package dev.toolwire.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `toolwire completion`: what a shell needs to know to complete a command line.
final class CompletionCommand implements Callable<Integer> {

  /// A shell that can complete.
  enum Shell {
    BASH,
    ZSH
  }

  /// zsh reads completions of bash once it is told to.
  private static final String ZSH_PREAMBLE =
      """
      autoload -U +X compinit && compinit
      autoload -U +X bashcompinit && bashcompinit
      """;

  private final PositionalParamSpec shell =
      PositionalParamSpec.builder()
          .index("0")
          .required(true)
          .paramLabel("SHELL")
          .type(Shell.class)
          .converters(Word.converter(Shell.class))
          .completionCandidates(Word.words(Shell.class))
          .description("${COMPLETION-CANDIDATES}")
          .build();
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this).addPositional(shell);

  private final Surroundings around;

  private CompletionCommand(Surroundings around) {
    this.around = around;
    spec.usageMessage()
        .description("Print a completion script; try: source <(toolwire completion bash)");
  }

  static CommandSpec spec(Surroundings around) {
    return new CompletionCommand(around).spec;
  }

  @Override
  public Integer call() {
    var root = ToolwireCommand.commandLine(around);
    var out = spec.commandLine().getOut();
    switch (shell.<Shell>getValue()) {
      case BASH -> {}
      case ZSH -> out.print(ZSH_PREAMBLE);
    }
    out.println(AutoComplete.bash(root.getCommandName(), root));
    return ExitCode.OK;
  }
}
