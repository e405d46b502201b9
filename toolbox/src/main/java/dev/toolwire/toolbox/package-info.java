/// Tools that come with the house: letters, time, sums, a song, and files under one directory.
///
/// Start at [Toolbox][dev.toolwire.toolbox.Toolbox]. Their schemas are written out, since reading
/// them off classes would cost more at the start of a program than all the rest of it.
@NullMarked
package dev.toolwire.toolbox;

import org.jspecify.annotations.NullMarked;
