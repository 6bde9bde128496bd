"""The joint network: one encoder, and heads for entities, attribution spans and the links between them."""
