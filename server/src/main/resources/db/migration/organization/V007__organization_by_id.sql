-- Names of organizations are asked by their ids alone, from every list and timeline.
CREATE INDEX organization_id ON organization.organization (id) INCLUDE (name);
