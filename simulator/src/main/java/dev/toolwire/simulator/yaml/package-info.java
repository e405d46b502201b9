/// YAML files whose mistakes are told with file, line and column. Start at
/// [YamlValue#documents][dev.toolwire.simulator.yaml.YamlValue#documents].
///
/// No classes are bound to and no tags are followed: whoever reads a file asks for each member by
/// its name, so that a misspelt one is refused and not overlooked.
@NullMarked
package dev.toolwire.simulator.yaml;

import org.jspecify.annotations.NullMarked;
