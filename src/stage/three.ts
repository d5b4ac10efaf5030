import * as THREE from 'three/webgpu';
import {
  attribute,
  cameraProjectionMatrix,
  cameraViewMatrix,
  Discard,
  dot,
  float,
  Fn,
  fract,
  fwidth,
  If,
  log,
  max,
  min,
  mix,
  normalize,
  normalLocal,
  positionGeometry,
  positionLocal,
  smoothstep,
  uniform,
  varying,
  vec3,
  vec4,
} from 'three/tsl';
import type { OrbitState } from './orbit';
import { CONTOURS, FIELD_OF_VIEW, LIGHT, MIDDLE, TALL, zoomFor } from './surface-look';
import {
  gridPoints,
  gridTriangles,
  type SurfacePlot,
  type OpenedSurfacePlot,
  type SurfacePlotColours,
} from './surface-plot';

/** The parts of three that it does not type, and that this file alone reaches for. */
interface Internals {
  readonly backend: { get(attribute: object): { buffer?: GPUBuffer } };
  readonly _animation: { stop(): void };
}

function internalsOf(renderer: THREE.WebGPURenderer): Internals {
  const inside = renderer as unknown as Partial<Internals>;
  if (typeof inside.backend?.get !== 'function' || typeof inside._animation?.stop !== 'function') {
    throw new Error('three has changed inside: its backend or its animation is not where it was');
  }
  return inside as Internals;
}

/**
 * A surface plot in three dimensions with markers on it, drawn by three on our device, or by WebGL 2
 * where there is none. It draws when told to and asks for no frames of its own.
 */
export class SurfacePlotPicture implements OpenedSurfacePlot {
  private readonly scene = new THREE.Scene();
  private readonly camera = new THREE.PerspectiveCamera(FIELD_OF_VIEW, 1, 0.1, 50);
  private readonly look = createLook();
  private readonly ground = new THREE.Mesh(undefined, groundMaterial(this.look));
  private readonly discs = new THREE.Mesh(discGeometry(0), markerMaterial(this.look, true));
  private readonly dots = new THREE.Points(undefined, markerMaterial(this.look, false));

  private constructor(
    readonly canvas: HTMLCanvasElement,
    private readonly renderer: THREE.WebGPURenderer,
    private readonly internals: Internals,
  ) {
    for (const object of [this.ground, this.discs, this.dots]) {
      object.frustumCulled = false;
      object.visible = false;
      this.scene.add(object);
    }
  }

  /** Opens a picture with a canvas of its own; the caller puts it on the page. */
  static async open(
    device: GPUDevice | undefined,
    antialias: boolean,
  ): Promise<SurfacePlotPicture> {
    const canvas = document.createElement('canvas');
    const renderer = new THREE.WebGPURenderer({
      canvas,
      antialias,
      ...(device ? { device } : { forceWebGL: true }),
    });
    // Whoever owns the device tells of its loss.
    renderer.onDeviceLost = () => undefined;
    await renderer.init();
    return new SurfacePlotPicture(canvas, renderer, internalsOf(renderer));
  }

  /** Draws from buffers of the GPU; else numbers have to be handed over. */
  get onGpu(): boolean {
    return (this.renderer.backend as { isWebGPUBackend?: boolean }).isWebGPUBackend === true;
  }

  setSurface(plot: SurfacePlot): void {
    const { columns, rows, square, scale } = plot;
    const geometry = new THREE.BufferGeometry();
    geometry.setAttribute('position', new THREE.BufferAttribute(gridPoints(plot, TALL), 3));
    geometry.setIndex(new THREE.BufferAttribute(gridTriangles(columns, rows), 1));
    geometry.computeVertexNormals();
    this.ground.geometry.dispose();
    this.ground.geometry = geometry;
    this.ground.visible = true;
    const { left, right, bottom, top } = square;
    this.look.middle.value.set((left + right) / 2, (bottom + top) / 2);
    this.look.half.value.set((right - left) / 2, (top - bottom) / 2);
    this.look.low.value = scale.low;
    this.look.bend.value = scale.bend;
    this.look.full.value = Math.log1p((scale.high - scale.low) / scale.bend);
  }

  /**
   * Markers from a buffer that a kernel writes, four numbers each: x, y, z and 1 for those not to be
   * shown. Nothing is read back. From now on three may destroy the buffer when the markers are
   * replaced or the picture is disposed of.
   */
  setMarkerBuffer(buffer: GPUBuffer, count: number): void {
    const Attribute = isDotted(count)
      ? THREE.StorageBufferAttribute
      : THREE.StorageInstancedBufferAttribute;
    const markers = new Attribute(new Float32Array(0), 4);
    this.internals.backend.get(markers).buffer = buffer;
    this.replaceMarkers(markers, count);
  }

  /** The same from an array; called again with new numbers for every frame. */
  setMarkers(points: Float32Array): void {
    const count = points.length / 4;
    const { geometry } = isDotted(count) ? this.dots : this.discs;
    const present = geometry.getAttribute('marker') as THREE.BufferAttribute | undefined;
    if (present?.array.length === points.length) {
      present.array.set(points);
      present.needsUpdate = true;
      return;
    }
    const Attribute = isDotted(count) ? THREE.BufferAttribute : THREE.InstancedBufferAttribute;
    this.replaceMarkers(new Attribute(points.slice(), 4), count);
  }

  setColours(colours: SurfacePlotColours): void {
    for (const name of ['low', 'middle', 'high', 'line', 'marker'] as const) {
      this.look.colours[name].value.set(colours[name]);
    }
  }

  /** Size in CSS pixels, and pixels of the canvas for each. */
  resize(width: number, height: number, ratio: number): void {
    this.renderer.setPixelRatio(ratio);
    this.renderer.setSize(width, height);
    this.camera.aspect = width / height;
    this.camera.zoom = zoomFor(this.camera.aspect);
    this.camera.updateProjectionMatrix();
  }

  /** Radius of a marker in CSS pixels, and how much of what lies behind it it covers, to 1. */
  setMarkerSize(radius: number, opacity: number): void {
    const { x, y } = this.renderer.getSize(new THREE.Vector2());
    this.look.radius.value.set((2 * radius) / x, (2 * radius) / y);
    this.look.opacity.value = opacity;
  }

  render({ azimuth, elevation, distance }: OrbitState): void {
    this.camera.position
      .setFromSphericalCoords(distance, Math.PI / 2 - elevation, azimuth)
      .add(new THREE.Vector3(0, MIDDLE, 0));
    this.camera.lookAt(0, MIDDLE, 0);
    this.camera.updateMatrixWorld();
    this.renderer.render(this.scene, this.camera);
    // three would go on asking for frames.
    this.internals._animation.stop();
  }

  /** Where a point of the surface plot stands in the picture, in CSS pixels from the top left. */
  project(x: number, y: number, height: number): { readonly x: number; readonly y: number } {
    const { middle, half } = this.look;
    const at = new THREE.Vector3(
      (x - middle.value.x) / half.value.x,
      TALL * height,
      -(y - middle.value.y) / half.value.y,
    ).project(this.camera);
    const size = this.renderer.getSize(new THREE.Vector2());
    return { x: ((at.x + 1) / 2) * size.x, y: ((1 - at.y) / 2) * size.y };
  }

  dispose(): void {
    for (const { geometry, material } of [this.ground, this.discs, this.dots]) {
      geometry.dispose();
      material.dispose();
    }
    void this.renderer.dispose();
    this.canvas.remove();
  }

  private replaceMarkers(markers: THREE.BufferAttribute, count: number): void {
    const dotted = isDotted(count);
    const shown = dotted ? this.dots : this.discs;
    const geometry = dotted ? new THREE.BufferGeometry() : discGeometry(count);
    geometry.setAttribute('marker', markers);
    if (dotted) geometry.setDrawRange(0, count);
    shown.geometry.dispose();
    shown.geometry = geometry;
    this.discs.visible = !dotted;
    this.dots.visible = dotted;
  }
}

/** More markers than this are no larger than a pixel, and drawn as one. */
const MOST_DISCS = 40_000;

const isDotted = (count: number): boolean => count > MOST_DISCS;

/** A triangle around the unit circle; the fragments outside the circle are left out. */
function discGeometry(count: number): THREE.InstancedBufferGeometry {
  const geometry = new THREE.InstancedBufferGeometry();
  const root = Math.sqrt(3);
  const corners = new Float32Array([-root, -1, 0, root, -1, 0, 0, 2, 0]);
  geometry.setAttribute('position', new THREE.BufferAttribute(corners, 3));
  geometry.instanceCount = count;
  return geometry;
}

/** Everything about the picture that changes without building its shaders anew. */
function createLook() {
  const colour = () => uniform(new THREE.Color());
  return {
    middle: uniform(new THREE.Vector2()),
    half: uniform(new THREE.Vector2(1, 1)),
    low: uniform(0),
    bend: uniform(1),
    full: uniform(1),
    radius: uniform(new THREE.Vector2(0.01, 0.01)),
    opacity: uniform(1),
    colours: {
      low: colour(),
      middle: colour(),
      high: colour(),
      line: colour(),
      marker: colour(),
    },
  };
}

type Look = ReturnType<typeof createLook>;

/** Coloured by height, lit from the left, with contour lines. */
function groundMaterial({ colours }: Look): THREE.MeshBasicNodeMaterial {
  const material = new THREE.MeshBasicNodeMaterial();
  material.side = 2;
  const height = positionLocal.y.div(TALL);
  const lower = mix(colours.low, colours.middle, smoothstep(0, 0.5, height));
  const tint = mix(lower, colours.high, smoothstep(0.4, 1, height));
  const light = dot(normalize(normalLocal), normalize(vec3(...LIGHT.from)));
  const lit = tint.mul(light.mul(LIGHT.lit).add(LIGHT.around));
  const level = height.mul(CONTOURS);
  const away = min(fract(level), fract(level).oneMinus()).div(max(fwidth(level), float(1e-4)));
  const line = smoothstep(1.4, 0.4, away).mul(0.35);
  material.colorNode = vec4(mix(lit, colours.line, line), 1);
  return material;
}

/** Markers standing on the surface: discs of one size on the screen, or dots of one pixel. */
function markerMaterial(look: Look, round: boolean): THREE.MeshBasicNodeMaterial {
  const { middle, half, low, bend, full, radius, opacity, colours } = look;
  const material = new THREE.MeshBasicNodeMaterial();
  material.transparent = true;
  material.depthWrite = false;
  const marker = attribute('marker', 'vec4');
  const corner = positionGeometry.xy;
  material.vertexNode = Fn(() => {
    const position = marker.xy.sub(middle).div(half);
    const height = log(max(marker.z.sub(low), float(0)).div(bend).add(1)).div(full);
    const at = vec4(position.x, height.mul(TALL), position.y.negate(), 1);
    const clip = cameraProjectionMatrix.mul(cameraViewMatrix).mul(at).toVar();
    // A little nearer than the ground it stands on.
    clip.z.subAssign(clip.w.mul(0.004));
    if (round) clip.xy.addAssign(corner.mul(radius).mul(clip.w));
    const beyond = max(position.x.abs(), position.y.abs()).greaterThan(1.001);
    If(beyond.or(marker.w.greaterThan(0.5)).or(height.greaterThan(1.2)), () => {
      clip.assign(vec4(2, 2, 2, 1));
    });
    return clip;
  })();
  const inside = varying(corner);
  material.colorNode = Fn(() => {
    if (round) {
      If(dot(inside, inside).greaterThan(1), () => {
        Discard();
      });
    }
    return vec4(colours.marker, opacity);
  })();
  return material;
}
