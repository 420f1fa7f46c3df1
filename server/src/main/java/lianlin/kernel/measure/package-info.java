/// What the installation says about itself to those who run it: figures for a scraper, health in parts. Nothing in them
/// tells of a person.
@NullMarked
package lianlin.kernel.measure;

import org.jspecify.annotations.NullMarked;
