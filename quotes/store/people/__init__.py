"""Who is who across documents, as it is stored: members, speakers, whom they speak for."""
