import { PerspectiveCamera, Vector3 } from 'three';
import { expect, test } from 'vitest';
import { FIELD_OF_VIEW, MIDDLE, sight, zoomFor } from '../../../src/stage/surface-look';

test.each([
  [0.62, 0.62, 4.15, 900, 600],
  [-2.4, 1.2, 2.2, 500, 700],
  [3, 0.08, 9, 1600, 400],
])('a plain canvas sees what three sees', (azimuth, elevation, distance, width, height) => {
  const camera = new PerspectiveCamera(FIELD_OF_VIEW, width / height, 0.1, 50);
  camera.zoom = zoomFor(width / height);
  camera.position.setFromSphericalCoords(distance, Math.PI / 2 - elevation, azimuth);
  camera.position.y += MIDDLE;
  camera.lookAt(0, MIDDLE, 0);
  camera.updateProjectionMatrix();
  camera.updateMatrixWorld();
  const see = sight({ azimuth, elevation, distance }, { width, height });
  for (const [x, y, z] of [
    [0, 0, 0],
    [1, 0.85, -1],
    [-1, 0.2, 1],
    [0.3, 0.6, 0.9],
  ]) {
    const at = new Vector3(x, y, z);
    const depth = -at.clone().applyMatrix4(camera.matrixWorldInverse).z;
    at.project(camera);
    const seen = see(x, y, z);
    expect(seen.x).toBeCloseTo(((at.x + 1) / 2) * width, 6);
    expect(seen.y).toBeCloseTo(((1 - at.y) / 2) * height, 6);
    expect(seen.depth).toBeCloseTo(depth, 9);
  }
});
