-- A vendor may give things away: only what the platform pays a part of always costs something.
alter table promotion drop constraint promotion_basis_points_check,
  add constraint promotion_basis_points_check check (
    basis_points between 1 and 10000 and (basis_points <= 9000 or platform_basis_points = 0));
