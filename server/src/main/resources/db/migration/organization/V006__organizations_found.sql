SELECT kernel.searchable('organization.organization');
