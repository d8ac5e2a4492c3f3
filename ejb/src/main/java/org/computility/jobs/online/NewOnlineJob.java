package org.computility.jobs.online;

import org.computility.jobs.training.NewTrainingJob;

/**
 * An online service job as it is asked for (T/AI 123.8 tables A.57, A.58).
 *
 * @param job what it has in common with a training job; its node count is the number of replicas
 * @param port at which the service listens; null: 8080
 * @param healthPath what is asked there to find out whether it serves; null: {@code /}
 */
public record NewOnlineJob(NewTrainingJob job, Integer port, String healthPath) {}
