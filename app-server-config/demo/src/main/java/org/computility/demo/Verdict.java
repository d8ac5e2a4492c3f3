package org.computility.demo;

/** Whether the findings fit the scene, and both in words. */
record Verdict(boolean matches, String there, String found) {}
