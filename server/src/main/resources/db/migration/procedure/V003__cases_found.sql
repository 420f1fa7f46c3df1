SELECT kernel.searchable('procedure."case"');
