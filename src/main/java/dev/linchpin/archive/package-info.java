/**
 * Chains in a file: a selection of the records about chains, as they lie in their topics, written
 * to an Avro object container file ({@code schemas/archive-files.md}) and brought into another
 * cluster from there. Records stay bytes. They are decoded only to say what is missing, and changed
 * only where another cluster would read something else in them: the id of their schema, and the
 * address of a step's activations.
 *
 * <p>An import keeps no progress anywhere. It looks at what the target has and adds what is not
 * there, so that it can be stopped at any instant and run again, and headers need no mark.
 */
package dev.linchpin.archive;
