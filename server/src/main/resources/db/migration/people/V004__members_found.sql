SELECT kernel.searchable('people.member');
