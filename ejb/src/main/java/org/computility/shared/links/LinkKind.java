package org.computility.shared.links;

/**
 * Links of one kind have a key of their own: none of them opens what another kind does, even under the same name.
 *
 * @param key the name of the key that signs them, at most 40 characters
 * @param renewal what to do about an expired one, as the end of a sentence
 */
public record LinkKind(String key, String renewal) {}
