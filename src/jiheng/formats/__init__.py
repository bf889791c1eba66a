"""What file kinds share: caps, zip packages, safe XML, kinds of files, grids, paragraph ends."""
