/// Reports as one HTML file each, which opens from disk and asks nobody for anything.
///
/// [Page][dev.toolwire.lab.page.Page] is the document: styles, scripts and data are within it, and
/// its content security policy forbids everything else. What it shows is
/// [Html][dev.toolwire.lab.page.Html], which is escaped because of what it is and not because its
/// author thought of it: what a model wrote is hostile until shown otherwise.
/// [Table][dev.toolwire.lab.page.Table] and [Chart][dev.toolwire.lab.page.Chart] are what most
/// reports are made of. No figure is computed here.
@NullMarked
package dev.toolwire.lab.page;

import org.jspecify.annotations.NullMarked;
