/**
 * What a step is really worth: steps are taken out of finished chains and the model is asked again,
 * as arXiv 2604.18307 defines it ({@link dev.linchpin.ablation.Ablation}), by workers that share
 * the chains ({@link dev.linchpin.ablation.AblationWorker}). Decisions are pure functions of
 * likelihoods and influences; only {@code Trial} asks the model.
 */
package dev.linchpin.ablation;
