/// What looking for calls in text costs.
@NullMarked
package dev.toolwire.bench.rescue;

import org.jspecify.annotations.NullMarked;
