@org.jspecify.annotations.NullMarked
package dev.toolwire.json;
