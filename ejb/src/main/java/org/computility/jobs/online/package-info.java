/**
 * Jobs that serve (T/AI 123.8 A.15): create and scale them, find out which of their replicas answer, admit callers to them and count
 * their calls.
 *
 * <p>Not here: how they are kept and begun again (register), how they run (running), the proxy through which they are called
 * (online.rest).
 */
package org.computility.jobs.online;
